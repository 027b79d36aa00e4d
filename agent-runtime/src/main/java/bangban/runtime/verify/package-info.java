/**
 * Every statement against its evidence, before anyone reads it. Where evidence comes from is the agents' and tools' business.
 */
@NullMarked
package bangban.runtime.verify;

import org.jspecify.annotations.NullMarked;
