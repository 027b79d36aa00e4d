/**
 * Text to vectors with the embedded encoder, and a question with its texts to scores with the embedded reranker. How vectors are compared
 * and stored, and what scores are for, is for others.
 */
@NullMarked
package bangban.language.encode;

import org.jspecify.annotations.NullMarked;
