/**
 * What operators tell language models. When a model is asked, and what for, is decided by the agents.
 */
@NullMarked
package bangban.config.prompts;

import org.jspecify.annotations.NullMarked;
