/**
 * Meshes and outlines: read, measured, sliced, and told what is wrong with them. Lengths are millimetres, areas mm²,
 * volumes mm³, angles degrees unless a name says otherwise. Pure computation: no clock, no network, no logging.
 */
package org.millwright.geometry;
