/**
 * Puts the platform's parts together, with or without a web server, and fills it at its first start. No channel is here.
 */
@NullMarked
package bangban.web.platform;

import org.jspecify.annotations.NullMarked;
