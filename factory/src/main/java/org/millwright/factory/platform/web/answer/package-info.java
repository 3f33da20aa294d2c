/** What happens to every request and answer: forms, problems, live contents. */
@NullMarked
package org.millwright.factory.platform.web.answer;

import org.jspecify.annotations.NullMarked;
