// docxtemplater as its manual shows it: a new object per paper. Answers lines of JSON.
// Each answer is the lesser of processor and wall time of opening the template, rendering and packing, so that
// Node's helping threads do not count against it.
import fs from "node:fs";
import readline from "node:readline";
import { createRequire } from "node:module";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";

const version = createRequire(import.meta.url)("docxtemplater/package.json").version;
const template = fs.readFileSync(process.argv[2]);

function made(data) {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(data);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

console.log(JSON.stringify({ version: `docxtemplater ${version}, Node ${process.versions.node}` }));
for await (const line of readline.createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  const data = JSON.parse(fs.readFileSync(asked.input, "utf8"));
  const processor = process.cpuUsage(), wall = process.hrtime.bigint();
  const file = made(data);
  const wallSeconds = Number(process.hrtime.bigint() - wall) / 1e9;
  const spent = process.cpuUsage(processor);
  fs.writeFileSync(asked.output, file);
  console.log(JSON.stringify({ seconds: Math.min((spent.user + spent.system) / 1e6, wallSeconds) }));
}
