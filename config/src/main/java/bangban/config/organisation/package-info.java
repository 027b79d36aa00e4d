/**
 * The group's units and levels of secrecy, values that permission is written in everywhere. Who may do what is decided by the modules
 * that own the thing.
 */
@NullMarked
package bangban.config.organisation;

import org.jspecify.annotations.NullMarked;
