/**
 * Documents, uploads and search over HTTP. Which of them a reader may see is filtered by the knowledge base itself.
 */
@NullMarked
package bangban.web.knowledge;

import org.jspecify.annotations.NullMarked;
