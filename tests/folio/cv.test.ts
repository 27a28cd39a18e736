/** A CV from each of the three kinds of file: what is known in its place, what is unknown with its name, nothing dropped. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";
import type { Files } from "../support/site.ts";

async function cv(front: string, files: Files): Promise<string> {
  const site = await built({
    "_config.yml": "title: T\nfirst_name: E\n",
    "cv.md": `---\nlayout: cv\ntitle: CV\npermalink: /cv/\n${front}---\n`,
    ...files,
  });
  return site.main("cv/index.html");
}

/** The words between the tags. */
function words(html: string): string {
  return html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

const RENDER_CV = `cv:
  name: Emmy Noether
  label: Mathematician
  email: e@n.org
  phone: "123"
  website: https://e.example
  social_networks: [{network: GitHub, username: en}]
  summary: About *her*
  sections:
    Education:
      - {institution: Erlangen, area: Mathematics, studyType: PhD, start_date: 1903-10, end_date: 1907, location: Bavaria, courses: [Invariants], score: summa, thesis: On forms}
    Experience:
      - {company: Göttingen, position: Professor, start_date: 1922, end_date: 1933, highlights: ["Wrote **much**"]}
    Volunteer: [{organization: O, position: Helper, summary: S}]
    Awards: [{title: Prize, date: 1932, awarder: Leipzig}]
    Publications: [{title: Ideals, authors: [A. B., C. D.], journal: J, doi: 10.1007/BF01464225, releaseDate: 1921}]
    Skills: [{name: Algebra, level: High, keywords: [Rings]}]
    Languages: [{language: German, fluency: Native}]
    Interests: [{name: Walking, keywords: [Far]}]
    Certificates: [{name: C1, issuer: I1, url: https://c.example}]
    Projects: [{name: P1, summary: PS, highlights: [H1]}]
    References: [{name: R1, reference: Very good}]
    Own bullets: [{bullet: B1}, {bullet: B2}]
    One line: [{label: L1, details: D1}]
    Plain text: ["T1 of *text*"]
    Numbered: [{number: N1}, {reversed_number: N2}]
    Strange: [{colour: green, nested: {deep: value}}]
`;

describe("a CV", () => {
  it("has what RenderCV says of a person today, each address with its own link", async () => {
    const html = await cv("", {
      "_data/cv.yml": `cv:
  name: E. N.
  headline: Of rings
  email: [a@b.org, c@d.org]
  photo: me.jpg
  social_networks: [{network: Mastodon, username: "@en@m.example"}, {network: Bluesky, username: en.example}]
  custom_connections: [{fontawesome_icon: globe, placeholder: My talks, url: "https://t.example/"}]
  sections:
    Welcome to RenderCV: [{institution: I, gpa: 4.0}]
`,
    });
    const text = words(html);
    assert.match(text, /E\. N\., Of rings/);
    assert.match(html, /href="https:\/\/m\.example\/@en"/);
    assert.match(html, /href="https:\/\/bsky\.app\/profile\/en\.example"/);
    assert.match(html, /<dt>My talks<\/dt>\s*<dd><a href="https:\/\/t\.example\/"/);
    assert.match(text, /Welcome to RenderCV/);
    assert.match(text, /GPA 4\.0/);
    assert.doesNotMatch(html, /a@b\.org, c@d\.org|me\.jpg/);
  });

  it("numbers what RenderCV numbers, upwards or downwards", async () => {
    const html = await cv("", {
      "_data/cv.yml":
        "cv:\n  sections:\n    Papers: [{number: First *one*}, {number: Second}]\n    Talks: [{reversed_number: Newest}, {reversed_number: Oldest}]\n",
    });
    assert.match(html, /<ol><li><span>First <em>one<\/em><\/span><\/li><li>Second<\/li><\/ol>/);
    assert.match(html, /<ol reversed><li>Newest<\/li><li>Oldest<\/li><\/ol>/);
  });

  it("shows that what has no end goes on", async () => {
    const html = await cv("cv_format: jsonresume\n", {
      "assets/json/resume.json":
        '{"work":[{"name":"A","startDate":"2020-01"},{"name":"B","startDate":"2018","endDate":"2019"},{"name":"C","endDate":"2017"}]}',
    });
    assert.deepEqual(
      [...html.matchAll(/<p class="period">([^<]*)</g)].map(([, period]) => period),
      ["2020-01 –", "2018 – 2019", "2017"],
    );
  });

  it("has a margin of its own on paper, and no other page has one", async () => {
    const site = await built({
      "cv.md": "---\nlayout: cv\npermalink: /cv/\n---\n",
      "p.md": "---\npermalink: /p/\n---\nText\n",
      "_data/cv.yml": RENDER_CV,
    });
    assert.match(site.page("cv/index.html"), /@page\{margin:16mm\}/);
    assert.doesNotMatch(site.page("p/index.html"), /@page/);
  });

  it("telephone numbers, DOIs and headings that are links lead where they say; icons and pictures say nothing", async () => {
    const html = await cv("cv_format: rendercv\n", {
      "_data/cv.yml": `cv:
  phone: tel:+44-20-7946-0958
  image: me.png
  sections:
    Work: [{name: "[Engine](https://e.org)", url: https://p.org, icon: fa-solid fa-tag}]
    Papers: [{title: T, doi: 10.1145/1, url: https://d.org}]
`,
    });
    assert.match(html, /<a href="tel:\+44-20-7946-0958">\+44-20-7946-0958<\/a>/);
    assert.match(
      html,
      /<p class="heading"><span><a href="https:\/\/e\.org"[^>]*>Engine<\/a><\/span><\/p>|<p class="heading"><a href="https:\/\/e\.org"[^>]*>Engine<\/a><\/p>/,
    );
    assert.match(html, /<dt>URL<\/dt><dd><a href="https:\/\/p\.org"/);
    assert.match(html, /<dt>DOI<\/dt><dd><a href="https:\/\/doi\.org\/10\.1145\/1"/);
    assert.doesNotMatch(html, /fa-solid|me\.png|<a [^>]*>[^<]*<a /);
  });

  it("from RenderCV, every entry of every section", async () => {
    const html = await cv("cv_format: rendercv\ncv_pdf: cv.pdf\ndescription: In short\n", {
      "_data/cv.yml": RENDER_CV,
      "assets/pdf/cv.pdf": "",
    });
    const text = words(html);
    for (const part of [
      ...[
        "Mathematician",
        "123",
        "In short",
        "PDF",
        "About her",
        "Education",
        "1903-10 – 1907",
        "PhD, Mathematics",
        "Erlangen",
      ],
      ...[
        "Bavaria",
        "Invariants",
        "Score summa",
        "Thesis On forms",
        "Professor",
        "Göttingen",
        "1922 – 1933",
        "Wrote much",
      ],
      ...[
        "Helper",
        "Prize",
        "Leipzig",
        "A. B., C. D.",
        "Ideals",
        "1921",
        "Algebra",
        "High",
        "Rings",
        "German",
        "Native",
      ],
      ...[
        "Walking",
        "Far",
        "C1",
        "I1",
        "P1",
        "H1",
        "R1",
        "Very good",
        "B1",
        "B2",
        "L1",
        "D1",
        "T1 of text",
        "N1",
        "N2",
      ],
      ...["Colour green", "Nested Deep: value"],
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
    for (const link of [
      "/assets/pdf/cv.pdf",
      "https://github.com/en",
      "https://doi.org/10.1007/BF01464225",
      "https://c.example",
    ])
      assert.ok(html.includes(`href="${link}`), link);
  });

  it("from JSON Resume, in the order of the file; `jsonresume` picks sections, `meta` is none", async () => {
    const resume = JSON.stringify({
      basics: {
        name: "E. N.",
        label: "M",
        location: { city: "Erlangen", countryCode: "DE" },
        profiles: [{ network: "ORCID", username: "0", url: "https://orcid.org/0" }],
        summary: "S",
      },
      work: [
        {
          name: "Göttingen",
          position: "Professor",
          startDate: "1922",
          endDate: "1933",
          url: "https://g.example",
          highlights: ["H"],
        },
      ],
      education: [{ institution: "Erlangen", area: "Maths", studyType: "PhD", endDate: "1907", courses: ["C"] }],
      strange: [{ a: "b" }],
      meta: { version: "1" },
    });
    const files = { "assets/json/resume.json": resume };
    const text = words(await cv("cv_format: jsonresume\n", files));
    for (const part of ["Erlangen, DE", "ORCID 0", "Professor", "Göttingen", "1922 – 1933", "PhD, Maths", "A b"])
      assert.ok(text.includes(part), `${part} in ${text}`);
    assert.ok(text.indexOf("Work") < text.indexOf("Education"));
    assert.doesNotMatch(text, /version/i);
    const config =
      "title: T\nfirst_name: E\njsonresume: [basics, work]\njekyll_get_json: [{data: resume, json: assets/json/resume.json}]\n";
    const picked = words(await cv("", { ...files, "_config.yml": config }));
    assert.match(picked, /Professor/);
    assert.doesNotMatch(picked, /PhD|Strange/);
  });

  it("from al-folio's old list: map, time_table, nested_list, list, and a type nobody knows", async () => {
    const old = `- title: General
  type: map
  contents: [{name: Full Name, value: Emmy Noether}, {name: Links, links: [{name: Doc, link: https://l.example}]}]
- title: Education
  type: time_table
  contents:
    - {title: PhD, institution: Erlangen, department: Maths, year: 1907, location: Bavaria, description: [One, {title: Two, contents: [Three]}]}
- title: Interests
  type: nested_list
  contents: [{title: Rings, items: [Ideals, Chains]}]
- title: Other
  type: list
  contents: ["<u>Walking</u>", Swimming]
- title: Odd
  type: list_groups
  contents: [{icon: x, category: Langs, items: [{name: C, level: good, school: S}]}]
`;
    const text = words(await cv("", { "_data/cv.yml": old }));
    for (const part of [
      "Full Name Emmy Noether",
      "Doc",
      "1907",
      "PhD",
      "Erlangen, Maths, Bavaria",
      "One",
      "Two",
      "Three",
      "Rings",
      "Ideals",
      "Chains",
      "Walking",
      "Swimming",
      "Langs",
      "good",
    ])
      assert.ok(text.includes(part), `${part} in ${text}`);
  });
});

describe("a résumé that cannot be read is told with its line, whoever names it", () => {
  const faulty = '{\n  "basics": {\n    "name": "E" "label": "M"\n  }\n}\n';
  for (const [config, front] of [
    ["title: T\njekyll_get_json: [{data: resume, json: assets/json/resume.json}]\n", "cv_format: jsonresume\n"],
    ["title: T\njekyll_get_json: [{data: resume, json: assets/json/resume.json}]\n", ""],
    ["title: T\n", "cv_format: jsonresume\n"],
  ] as const)
    it(`${config.includes("json:") ? "jekyll_get_json" : "no key"}, ${front.trim() || "no format"}`, async () => {
      const { told } = await built({
        "_config.yml": config,
        "cv.md": `---\nlayout: cv\ntitle: CV\npermalink: /cv/\n${front}---\n`,
        "assets/json/resume.json": faulty,
      });
      const about = told.filter(({ file }) => file === "assets/json/resume.json");
      assert.deepEqual(
        about.map(({ level, line, problem }) => [level, line, problem]),
        [["warning", 3, "This is not valid JSON"]],
      );
    });

  it("comments are read over, as Ruby's library does; in texts they are none", async () => {
    const json =
      '{\n  // mine\n  "basics": {"name": "Emmy", "url": "https://e.example"},\n  "work": [/* {"name": "Hidden"} */ {"name": "Göttingen // 1915"}]\n}\n';
    const html = await cv("cv_format: jsonresume\n", { "assets/json/resume.json": json });
    assert.match(words(html), /Emmy/);
    assert.match(html, /https:\/\/e\.example/);
    assert.match(words(html), /Göttingen \/\/ 1915/);
    assert.doesNotMatch(html, /Hidden|mine/);
  });
});
