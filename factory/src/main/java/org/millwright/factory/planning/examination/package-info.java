/** What a design is judged and estimated to be, and how far finished jobs correct it. */
@NamedInterface("examination")
@NullMarked
package org.millwright.factory.planning.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
