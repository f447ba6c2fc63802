export { panels } from "./en.json";
