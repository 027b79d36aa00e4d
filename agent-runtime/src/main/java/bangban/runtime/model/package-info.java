/**
 * Language models by role, and the wire to them. What they are asked for and how their words are marked is the business of those who ask.
 */
@NullMarked
package bangban.runtime.model;

import org.jspecify.annotations.NullMarked;
