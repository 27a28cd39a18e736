/** Includes that stand for something at another host: a calendar, a newsletter. */

import { Newsletter } from "../../../_layouts/parts/newsletter.tsx";
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

/** The form that posts to the endpoint of `newsletter:`. */
export const newsletter: Include = (_given, around) => (
  <Newsletter settings={around.site.config.data} lang={langOf(around)} helpers={around.helpers} />
);
