/**
 * Numbers with their units as people write them, in digits and in Chinese. Dates are in {@link bangban.language.time}, clause numbers
 * in {@code bangban.language.clause}.
 */
@NullMarked
package bangban.language.number;

import org.jspecify.annotations.NullMarked;
