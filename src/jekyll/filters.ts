/** Every filter of Liquid and Jekyll by its name. */
import { converterFilters } from "./filters/converters.ts";
import { dateFilters } from "./filters/dates.ts";
import { escapeFilters } from "./filters/escapes.ts";
import { listFilters } from "./filters/lists.ts";
import { numberFilters } from "./filters/numbers.ts";
import { queryFilters } from "./filters/queries.ts";
import { stringFilters } from "./filters/strings.ts";
import { urlFilters } from "./filters/urls.ts";
import type { Filters } from "./services.ts";

export const coreFilters: Filters = new Map(
  Object.entries({
    ...stringFilters,
    ...numberFilters,
    ...dateFilters,
    ...listFilters,
    ...queryFilters,
    ...escapeFilters,
    ...urlFilters,
    ...converterFilters,
  }),
);
