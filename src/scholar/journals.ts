/**
 * Journals that AASTeX has commands for. The Astrophysics Data System writes them into what it exports (adsabs.harvard.edu, "Journal
 * macros"), and nobody but a document class of astronomers knows what `\apj` is.
 */
const JOURNALS: Readonly<Record<string, string>> = {
  aap: "Astronomy & Astrophysics",
  aapr: "The Astronomy and Astrophysics Review",
  aaps: "Astronomy and Astrophysics Supplement Series",
  actaa: "Acta Astronomica",
  aj: "The Astronomical Journal",
  ao: "Applied Optics",
  apj: "The Astrophysical Journal",
  apjl: "The Astrophysical Journal Letters",
  apjs: "The Astrophysical Journal Supplement Series",
  aplett: "Astrophysical Letters",
  apspr: "Astrophysics Space Physics Research",
  apss: "Astrophysics and Space Science",
  araa: "Annual Review of Astronomy and Astrophysics",
  azh: "Astronomicheskii Zhurnal",
  baas: "Bulletin of the American Astronomical Society",
  bain: "Bulletin of the Astronomical Institutes of the Netherlands",
  caa: "Chinese Astronomy and Astrophysics",
  cjaa: "Chinese Journal of Astronomy and Astrophysics",
  fcp: "Fundamentals of Cosmic Physics",
  gca: "Geochimica et Cosmochimica Acta",
  grl: "Geophysical Research Letters",
  iaucirc: "International Astronomical Union Circular",
  icarus: "Icarus",
  jcap: "Journal of Cosmology and Astroparticle Physics",
  jcp: "The Journal of Chemical Physics",
  jgr: "Journal of Geophysical Research",
  jqsrt: "Journal of Quantitative Spectroscopy and Radiative Transfer",
  jrasc: "Journal of the Royal Astronomical Society of Canada",
  memras: "Memoirs of the Royal Astronomical Society",
  memsai: "Memorie della Società Astronomica Italiana",
  mnras: "Monthly Notices of the Royal Astronomical Society",
  na: "New Astronomy",
  nar: "New Astronomy Reviews",
  nat: "Nature",
  nphysa: "Nuclear Physics A",
  pasa: "Publications of the Astronomical Society of Australia",
  pasj: "Publications of the Astronomical Society of Japan",
  pasp: "Publications of the Astronomical Society of the Pacific",
  physrep: "Physics Reports",
  physscr: "Physica Scripta",
  planss: "Planetary and Space Science",
  pra: "Physical Review A",
  prb: "Physical Review B",
  prc: "Physical Review C",
  prd: "Physical Review D",
  pre: "Physical Review E",
  prl: "Physical Review Letters",
  procspie: "Proceedings of SPIE",
  psj: "The Planetary Science Journal",
  qjras: "Quarterly Journal of the Royal Astronomical Society",
  rmxaa: "Revista Mexicana de Astronomía y Astrofísica",
  skytel: "Sky and Telescope",
  solphys: "Solar Physics",
  sovast: "Soviet Astronomy",
  ssr: "Space Science Reviews",
  zap: "Zeitschrift für Astrophysik",
};

type Fields = Readonly<Record<string, string>>;

/** The fields with the journal's name, as BibTeX writes it, where one of these commands stands alone in its place. */
export function withJournalNames(fields: Fields): Fields {
  const names = ["journal", "journaltitle"].flatMap((field) => {
    const command = /^\{*\\([a-z]+)\s*\}*$/.exec(fields[field] ?? "")?.[1];
    const name = command !== undefined && Object.hasOwn(JOURNALS, command) ? JOURNALS[command] : undefined;
    return name === undefined ? [] : [[field, name.replace("&", "\\&")] as const];
  });
  return names.length === 0 ? fields : { ...fields, ...Object.fromEntries(names) };
}
