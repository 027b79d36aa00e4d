/**
 * The command line: its options, its output, and the way to a running server. What it asks for is done elsewhere.
 */
@NullMarked
package bangban.web.cli;

import org.jspecify.annotations.NullMarked;
