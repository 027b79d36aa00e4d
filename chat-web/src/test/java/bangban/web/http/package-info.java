/** Tests of the application as a whole. Tests of single classes stand in the classes' packages. */
@NullMarked
package bangban.web.http;

import org.jspecify.annotations.NullMarked;
