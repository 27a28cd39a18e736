/** How search engines are shown whose site it is. */

/** Keys of jekyll-seo-tag's `webmaster_verifications`, and of al-folio's `*_site_verification`. */
export const VERIFICATION_NAMES = {
  google: "google-site-verification",
  bing: "msvalidate.01",
  alexa: "alexaVerifyID",
  yandex: "yandex-verification",
  baidu: "baidu-site-verification",
  facebook: "facebook-domain-verification",
} as const;
