/**
 * From a character range of a document to the citation a reader can check. Choosing what to cite is the agents' business.
 */
@NullMarked
package bangban.knowledge.cite;

import org.jspecify.annotations.NullMarked;
