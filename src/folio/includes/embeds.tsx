/** Includes that stand for something at another host: a calendar, a newsletter. */

import { asData, asText } from "../../plugins/settings.ts";
import { type Include, langOf } from "../include.ts";

/** Google's calendar in a frame, which the page's own pass turns into a link until it is asked for. */
export const calendar: Include = (given, around) => {
  const id = given.text("calendar_id");
  if (id === undefined) return "";
  const zone = given.text("timezone") ?? around.site.config.timezone;
  const url = `https://calendar.google.com/calendar/embed?src=${encodeURIComponent(id)}&ctz=${encodeURIComponent(zone)}`;
  return (
    <iframe
      src={url}
      title={around.helpers.words(langOf(around))("calendar")}
      width="800"
      height="600"
      loading="lazy"
    />
  );
};

/** Where al-folio sends a form whose endpoint is no address but a name at Loops (loops.so/docs/forms/custom-form). */
const loops = "https://app.loops.so/api/newsletter-form/";

/** A form that posts an address to the endpoint of `newsletter:`; nothing where that is off. */
export const newsletter: Include = (_given, around) => {
  const settings = asData(around.site.config.data.newsletter);
  const endpoint = asText(settings?.endpoint);
  if (settings?.enabled !== true || endpoint === undefined) return "";
  const words = around.helpers.words(langOf(around));
  return (
    <form class="newsletter" action={/^https?:/.test(endpoint) ? endpoint : loops + endpoint} method="post">
      <label for="newsletter-email">{words("newsletter")}</label>
      <input id="newsletter-email" name="email" type="email" autocomplete="email" required />
      <button type="submit">{words("subscribe")}</button>
    </form>
  );
};
