// Reads {rows, people, repeats} as JSON, prints the rows that hold for each and the median time.
import { readFileSync } from "node:fs";
import jsonLogic from "json-logic-js";

const { rows, people, repeats } = JSON.parse(readFileSync(0, "utf8"));
const held = (person) =>
  rows.filter((row) => jsonLogic.truthy(jsonLogic.apply(row.when, person))).map((row) => row.id);

let found = people.map(held);
for (let warm = 0; warm < 3; warm += 1) found = people.map(held);
const times = [];
for (let run = 0; run < repeats; run += 1) {
  const start = process.hrtime.bigint();
  for (const person of people) held(person);
  times.push(Number(process.hrtime.bigint() - start) / 1e9);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ held: found, seconds: times[Math.floor(times.length / 2)] }));
