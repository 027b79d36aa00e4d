/**
 * Text to the terms that word search matches: Chinese words and character pairs, English stems, codes kept whole. Ranking and indexes
 * are not here.
 */
@NullMarked
package bangban.language.analyze;

import org.jspecify.annotations.NullMarked;
