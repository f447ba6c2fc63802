export { panels } from "./zh-CN.json";
