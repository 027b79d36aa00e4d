/**
 * The web server around the platform. What it serves is in the feature packages.
 */
@NullMarked
package bangban.web.server;

import org.jspecify.annotations.NullMarked;
