/** Uploaded designs: their files, units, measurements and findings. Front door: {@link org.millwright.factory.design.Designs}. */
@org.springframework.modulith.ApplicationModule(displayName = "Design")
package org.millwright.factory.design;
