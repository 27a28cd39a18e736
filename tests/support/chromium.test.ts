import assert from "node:assert/strict";
import { test } from "node:test";
import { ensureChromium, findChromium, type Machine } from "./chromium.ts";

const PLAYWRIGHT = "/cache/chromium-1/chrome";

/** A machine with these programs; `installs` says which command brings which program. */
function machine(given: {
  readonly programs?: readonly string[];
  readonly env?: Machine["env"];
  readonly debianRoot?: boolean;
  readonly installs?: Readonly<Record<string, string>>;
}): Machine & { readonly commands: readonly string[] } {
  const programs = new Set(given.programs);
  const commands: string[] = [];
  return {
    env: { PATH: "/usr/local/bin:/usr/bin", ...given.env },
    isProgram: (file) => programs.has(file),
    playwrightPath: PLAYWRIGHT,
    isDebian: given.debianRoot ?? false,
    isRoot: given.debianRoot ?? false,
    commands,
    run: (command, args) => {
      const line = [command, ...args].join(" ");
      commands.push(line);
      const program = given.installs?.[line];
      if (program !== undefined) programs.add(program);
      return program !== undefined || line === "apt-get update";
    },
  };
}

const FOUND: readonly [string, Parameters<typeof machine>[0], string | undefined][] = [
  ["nothing there", {}, undefined],
  [
    "CHROME_PATH comes before everything",
    { env: { CHROME_PATH: "/opt/chrome" }, programs: ["/opt/chrome", "/usr/bin/chromium", PLAYWRIGHT] },
    "/opt/chrome",
  ],
  ["an empty CHROME_PATH is none", { env: { CHROME_PATH: "" }, programs: ["/usr/bin/chromium"] }, "/usr/bin/chromium"],
  [
    "the name decides before the folder",
    { programs: ["/usr/local/bin/google-chrome", "/usr/bin/chromium"] },
    "/usr/bin/chromium",
  ],
  [
    "the earlier folder of PATH wins for one name",
    { programs: ["/usr/bin/chromium", "/usr/local/bin/chromium"] },
    "/usr/local/bin/chromium",
  ],
  ["Debian's older name", { programs: ["/usr/bin/chromium-browser", PLAYWRIGHT] }, "/usr/bin/chromium-browser"],
  ["Chrome's stable channel", { programs: ["/usr/bin/google-chrome-stable"] }, "/usr/bin/google-chrome-stable"],
  ["Playwright's own comes last", { programs: [PLAYWRIGHT] }, PLAYWRIGHT],
  ["a machine without PATH", { env: { PATH: undefined }, programs: [PLAYWRIGHT] }, PLAYWRIGHT],
];
for (const [name, given, expected] of FOUND)
  test(`search: ${name}`, () => {
    assert.equal(findChromium(machine(given)), expected);
  });

test("search: a CHROME_PATH that names no program is an error, never passed over", () => {
  assert.throws(
    () => findChromium(machine({ env: { CHROME_PATH: "/opt/gone" }, programs: ["/usr/bin/chromium"] })),
    /CHROME_PATH is \/opt\/gone, but no program is there/,
  );
});

const APT = "apt-get install -y chromium";
const NPX = "npx playwright-core install chromium";
const INSTALLED: readonly [string, Parameters<typeof machine>[0], readonly string[], string][] = [
  ["a browser that is there is not installed again", { programs: ["/usr/bin/chromium"] }, [], "/usr/bin/chromium"],
  [
    "apt-get on Debian as root",
    { debianRoot: true, installs: { [APT]: "/usr/bin/chromium" } },
    ["apt-get update", APT],
    "/usr/bin/chromium",
  ],
  ["Playwright's installer elsewhere", { installs: { [NPX]: PLAYWRIGHT } }, [NPX], PLAYWRIGHT],
  [
    "Playwright's installer where apt-get fails",
    { debianRoot: true, installs: { [NPX]: PLAYWRIGHT } },
    ["apt-get update", APT, NPX],
    PLAYWRIGHT,
  ],
  [
    "Playwright's installer where apt-get brings no browser",
    { debianRoot: true, installs: { [APT]: "/usr/share/doc/chromium", [NPX]: PLAYWRIGHT } },
    ["apt-get update", APT, NPX],
    PLAYWRIGHT,
  ],
];
for (const [name, given, commands, expected] of INSTALLED)
  test(`install: ${name}`, () => {
    const fake = machine(given);
    assert.equal(ensureChromium(fake), expected);
    assert.deepEqual(fake.commands, commands);
  });

test("install: where nothing helps the error says what to do", () => {
  for (const debianRoot of [true, false])
    assert.throws(() => ensureChromium(machine({ debianRoot })), /none could be installed[\s\S]*CHROME_PATH/);
});
