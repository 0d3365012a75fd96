// Uses the client that is generated from the contract as an integrator would, and prints what it got as one JSON object.
// node use.js ADDRESS
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

declare const process: { argv: string[] };

// Where an answer comes in several forms, this program wants JSON.
const client = createClient<paths, "application/json" | "application/problem+json" | "application/pdf">({ baseUrl: process.argv[2] + "/api", headers: { Authorization: "Bearer of-this-machine", "Accept-Language": "en" }, querySerializer: { array: { style: "form", explode: false } } });

function given<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) throw new Error(`${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data;
}

async function problem(): Promise<components["schemas"]["ProblemDocument"]> {
  // The type of the parameter does not allow it; a program in another language may send it all the same.
  const id = "unobtainium" as "cobalt";
  const { error } = await client.GET("/v1/minerals/{id}", { params: { path: { id } } });
  if (error === undefined) throw new Error("a mineral that does not exist was found");
  return error;
}

async function observations(): Promise<{ rows: number; total: number; pages: number; missing: number }> {
  const query = { mineral: ["cobalt" as const], figure: ["share" as const], limit: 20 };
  let [rows, total, pages, missing] = [0, 0, 0, 0];
  let cursor: string | undefined;
  do {
    const answer = await client.GET("/v1/observations", { params: { query: cursor === undefined ? query : { ...query, cursor } } });
    const page = given(answer);
    rows += page.observations.length;
    total = page.meta.total;
    pages += 1;
    missing += page.observations.filter(row => row.value === null && row.status !== "ok").length;
    cursor = /<[^>]*[?&]cursor=([^&>]+)[^>]*>; rel="next"/.exec(answer.response.headers.get("Link") ?? "")?.[1];
  } while (cursor !== undefined);
  return { rows, total, pages, missing };
}

const minerals = given(await client.GET("/v1/minerals"));
const assessment = given(await client.GET("/v1/assessments/{id}", { params: { path: { id: "cobalt" }, query: { evidence: "none" } } }));
const pdf = given(await client.GET("/v1/briefings/{id}/content", { params: { path: { id: "cobalt.ja" } }, parseAs: "arrayBuffer" }));
const scenario = given(await client.POST("/v1/scenarios", {
  body: { mineral: "cobalt", measures: [{ kind: "smelter", country: "AUS", share: 0.25, displaces: "largest" }] },
}));

console.log(JSON.stringify({
  minerals: minerals.minerals.map(mineral => mineral.id),
  status: assessment.assessment.results.find(result => result.indicator === "production-concentration")?.status,
  pdfBytes: (pdf as ArrayBuffer).byteLength,
  observations: await observations(),
  hypothetical: scenario.scenario.hypothetical,
  problem: await problem(),
}));
