/** What every web page and API call shares. */
@NullMarked
package org.millwright.factory.platform.web;

import org.jspecify.annotations.NullMarked;
