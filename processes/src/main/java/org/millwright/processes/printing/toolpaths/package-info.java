/**
 * From a solid to the lines a printer draws. {@link org.millwright.processes.printing.toolpaths.PartLayers} slices a part
 * and answers, layer by layer, which walls, skins and infill it consists of; layers that look alike are planned once.
 */
package org.millwright.processes.printing.toolpaths;
