/**
 * Clause numbers as Chinese rules and technical standards write them: 第二十一条第三款第二项, 附件1, 3.2.1. Which document a clause
 * belongs to is for others.
 */
@NullMarked
package bangban.language.clause;

import org.jspecify.annotations.NullMarked;
