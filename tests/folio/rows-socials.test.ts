/** Every network of `_data/socials.yml` with its address, in the file's order; and the shapes of al-folio's other data files. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";
import { data, socials } from "./inventory.ts";
import { type Rows, testRows } from "./row.ts";

/** Value of the key, name of the link, address. */
const NETWORKS: Readonly<Record<string, readonly [value: string, name: string, url: string]>> = {
  academia_edu: ["{organization: tum, username: en}", "Academia.edu", "https://tum.academia.edu/en"],
  acm_id: ["99", "ACM Digital Library", "https://dl.acm.org/profile/99/"],
  arxiv_id: ["noether_e", "arXiv", "https://arxiv.org/a/noether_e"],
  blogger_url: ["https://b.example/", "Blogger", "https://b.example/"],
  bluesky_url: ["https://bsky.app/profile/en", "Bluesky", "https://bsky.app/profile/en"],
  cv_pdf: ["/assets/pdf/cv.pdf", "CV", "/assets/pdf/cv.pdf"],
  dblp_url: ["https://dblp.org/pid/1", "DBLP", "https://dblp.org/pid/1"],
  discord_id: ["42", "Discord", "https://discord.com/users/42"],
  email: ["e@n.example", "Email", "mailto:"],
  facebook_id: ["en", "Facebook", "https://facebook.com/en"],
  flickr_id: ["en", "Flickr", "https://www.flickr.com/people/en"],
  github_username: ["en", "GitHub", "https://github.com/en"],
  gitlab_username: ["en", "GitLab", "https://gitlab.com/en"],
  hal_id: ["en", "HAL", "https://cv.hal.science/en"],
  ieee_id: ["7", "IEEE Xplore", "https://ieeexplore.ieee.org/author/7/"],
  inspirehep_id: ["8", "INSPIRE-HEP", "https://inspirehep.net/authors/8"],
  instagram_id: ["en", "Instagram", "https://instagram.com/en"],
  kaggle_id: ["en", "Kaggle", "https://www.kaggle.com/en"],
  keybase_username: ["en", "Keybase", "https://keybase.io/en"],
  lastfm_id: ["en", "Last.fm", "https://www.last.fm/user/en"],
  lattes_id: ["12", "Lattes", "http://lattes.cnpq.br/12"],
  leetcode_id: ["en", "LeetCode", "https://leetcode.com/u/en/"],
  linkedin_username: ["en", "LinkedIn", "https://www.linkedin.com/in/en"],
  mastodon_username: ["m.example/@en", "Mastodon", "https://m.example/@en"],
  medium_username: ["en", "Medium", "https://medium.com/@en"],
  orcid_id: ["0000-0001", "ORCID", "https://orcid.org/0000-0001"],
  osf_id: ["en", "OSF", "https://osf.io/en/"],
  pinterest_id: ["en", "Pinterest", "https://www.pinterest.com/en"],
  publons_id: ["9", "Publons", "https://publons.com/a/9/"],
  quora_username: ["en", "Quora", "https://www.quora.com/profile/en"],
  research_gate_profile: ["en", "ResearchGate", "https://www.researchgate.net/profile/en/"],
  rss_icon: ["true", "Feed", "/feed.xml"],
  scholar_userid: ["qc6", "Google Scholar", "https://scholar.google.com/citations?user=qc6"],
  scopus_id: ["10", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId=10"],
  semanticscholar_id: ["11", "Semantic Scholar", "https://www.semanticscholar.org/author/11"],
  spotify_id: ["en", "Spotify", "https://open.spotify.com/user/en"],
  stackoverflow_id: ["13", "Stack Overflow", "https://stackoverflow.com/users/13"],
  strava_userid: ["en", "Strava", "https://www.strava.com/athletes/en"],
  telegram_username: ["en", "Telegram", "https://telegram.me/en"],
  unsplash_id: ["en", "Unsplash", "https://unsplash.com/@en"],
  wechat_qr: ["qr.png", "WeChat", "/assets/img/qr.png"],
  whatsapp_number: ['"111"', "WhatsApp", "https://wa.me/111"],
  wikidata_id: ["Q7099", "Wikidata", "https://www.wikidata.org/wiki/Q7099"],
  wikipedia_id: ["En", "Wikipedia", "https://wikipedia.org/wiki/User:En"],
  work_url: ["https://work.example/", "Work", "https://work.example/"],
  x_username: ["en", "X", "https://x.com/en"],
  youtube_id: ["en", "YouTube", "https://youtube.com/@en"],
  zotero_username: ["en", "Zotero", "https://www.zotero.org/en"],
};

const site = await built({
  "_config.yml": "title: T\nurl: https://n.example\nfirst_name: Emmy\n",
  "_data/socials.yml": `${Object.entries(NETWORKS)
    .map(([key, [value]]) => `${key}: ${value}\n`)
    .join(
      "",
    )}my_network:\n  logo: assets/img/logo.svg\n  title: My network\n  url: https://mine.example/\nour_lab_url: https://lab.example/\nnew_net_id: emmy\nunused_id:\nempty_id: ''\noff_id: false\n`,
  "_data/coauthors.yml": '"bohr":\n  - firstname: ["Niels", "N."]\n    url: https://bohr.example\n',
  "_data/venues.yml": '"AoR":\n  url: https://aor.example\n  color: "#00369f"\n',
  "_data/repositories.yml": "github_users: [u]\nrepo_description_lines_max: 2\ngithub_repos: [o/r]\n",
  "_data/repositories_cache.json":
    '{"repositories":{"o/r":{"description":"About it"}},"users":{"u":{"name":"U. Ser"}}}',
  "_data/citations.yml":
    'metadata:\n  last_updated: 2024-05-06\npapers:\n  "S:A": {title: T, year: 1918, citations: 12}\n',
  "_data/cv.yml": `- {title: General, type: map, contents: [{name: Full name, value: Emmy Noether}]}
- {title: Studies, type: time_table, contents: [{title: PhD, institution: Erlangen, year: 1907, description: [Invariants]}]}
- {title: Interests, type: nested_list, contents: [{title: Rings, items: [Ideals]}]}
- {title: Others, type: list, contents: [Walking]}
`,
  "_data/newer/cv.yml": "cv: {name: Emmy, sections: {Education: [{institution: Göttingen, area: Maths}]}}\n",
  "_data/featured_plugins.yml": "- {name: al_math, description: Formulas}\n",
  "assets/json/resume.json":
    '{"basics": {"name": "E.", "label": "Mathematician"}, "work": [{"name": "Princeton", "position": "Lecturer"}]}',
  "assets/bibliography/article.bib": "@misc{hilbert, author={Hilbert, David}, title={On forms}, year=1890}\n",
  "assets/img/logo.svg": "<svg/>",
  "_bibliography/papers.bib":
    "@article{a, author={Noether, Emmy and Bohr, Niels}, title={A}, journal={J}, year=1921, abbr={AoR}}\n",
  "index.md": "---\nlayout: about\npermalink: /\nsocial: true\n---\nx\n",
  "repositories.md":
    "---\nlayout: page\npermalink: /repositories/\n---\n{% for user in site.data.repositories.github_users %}{% include repository/repo_user.liquid username=user %}{% endfor %}\n\n{% for repo in site.data.repositories.github_repos %}{% include repository/repo.liquid repository=repo %}{% endfor %}\n",
  "counts.md":
    "---\nlayout: page\npermalink: /counts/\n---\n{% google_scholar_citations S A %} on {{ site.data.citations.metadata.last_updated }}; {% for plugin in site.data.featured_plugins %}{{ plugin.name }}: {{ plugin.description }}{% endfor %}\n",
  "cv.md": "---\nlayout: cv\npermalink: /cv/\ntitle: CV\n---\n",
  "resume.md": "---\nlayout: cv\npermalink: /resume/\ntitle: CV\ncv_format: jsonresume\n---\n",
  "new-cv.md":
    "---\nlayout: page\npermalink: /new-cv/\n---\n{{ site.data.newer.cv.cv.name }}{% include cv/education.liquid entries=site.data.newer.cv.cv.sections.Education %}\n",
  "_posts/2024-01-01-article.md":
    '---\nlayout: distill\ntitle: Article\nbibliography: article.bib\n---\nSee <d-cite key="hilbert"></d-cite>.\n',
});
const renderCv = await built({
  "_config.yml": "title: T\nfirst_name: Emmy\n",
  "_data/cv.yml":
    "cv: {name: Emmy, label: Mathematician, sections: {Education: [{institution: Erlangen, area: Maths, studyType: PhD}], Own: [{bullet: B}]}}\n",
  "cv.md": "---\nlayout: cv\npermalink: /cv/\ntitle: CV\n---\n",
});

testRows(
  "networks",
  socials,
  Object.fromEntries(
    Object.entries(NETWORKS).map(([key, [, name, url]]) => [
      key,
      ["index.html", key === "email" ? />Email</ : [`href="${url}"`, `>${name}</a>`]],
    ]),
  ),
  site.main,
);

const ROWS: Rows = {
  "order of socials.yml": ["index.html", />Academia\.edu<.*>ACM Digital Library<.*>GitHub<.*>Zotero<.*>My network</s],
  "socials.yml logo": ["index.html", ">My network</a>", "logo.svg"],
  "socials.yml title": ["index.html", ">My network</a>"],
  "socials.yml url": ["index.html", 'href="https://mine.example/"'],
  "coauthors.yml firstname": ["publications/index.html", ">Niels Bohr</a>"],
  "coauthors.yml url": ["publications/index.html", 'href="https://bohr.example"'],
  "venues.yml url": ["publications/index.html", 'href="https://aor.example"'],
  "venues.yml color": ["publications/index.html", 'fill="#00369f"'],
  "repositories.yml github_users": ["repositories/index.html", "U. Ser (u)"],
  "repositories.yml repo_description_lines_max": ["repositories/index.html", "About it"],
  "repositories.yml github_repos": ["repositories/index.html", ">o/r</a>"],
  "citations.yml metadata": ["counts/index.html", "on 2024-05-06;"],
  "citations.yml papers": ["counts/index.html", "12 on"],
  "cv.yml map": ["cv/index.html", /Full name.*Emmy Noether/s],
  "cv.yml time_table": ["cv/index.html", /1907.*PhD.*Erlangen.*Invariants/s],
  "cv.yml nested_list": ["cv/index.html", /Rings.*Ideals/s],
  "cv.yml list": ["cv/index.html", "<li>Walking</li>"],
  "cv.yml cv": ["cv of RenderCV", "Mathematician"],
  "cv.yml sections": [
    "cv of RenderCV",
    [/<h2 class="minor" id="Education">Education.*PhD, Maths.*Erlangen/s, "<li>B</li>"],
  ],
  "resume.json basics": ["resume/index.html", "Mathematician"],
  "resume.json work": ["resume/index.html", /Lecturer.*Princeton/s],
  "featured_plugins.yml": ["counts/index.html", "al_math: Formulas"],
  "assets/bibliography/*.bib": ["blog/2024/article/index.html", /David Hilbert.*On forms/s],
};

testRows("data", data, ROWS, (file) => (file === "cv of RenderCV" ? renderCv.main("cv/index.html") : site.main(file)));

describe("networks that nobody knows", () => {
  it("an address is shown by the words of its key", () => {
    assert.match(site.page("index.html"), /<a [^>]*href="https:\/\/lab\.example\/"[^>]*>Our lab<\/a>/);
  });
  it("the name of an account alone is told, and what to write", () => {
    const told = site.told.filter(({ file }) => file === "_data/socials.yml");
    assert.deepEqual(
      told.map(({ problem, help }) => [problem, help]),
      [
        [
          "The network new_net_id is not known, and no address of it is given: it is not shown",
          'Write "new_net_id: {title: New net, url: https://…}"',
        ],
      ],
    );
  });
});
