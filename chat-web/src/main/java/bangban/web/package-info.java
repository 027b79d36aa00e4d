/**
 * The application: it wires the modules and starts them. Domain logic is not here.
 */
@NullMarked
package bangban.web;

import org.jspecify.annotations.NullMarked;
