// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

/**
 * An invariant that did not hold.
 *
 * @param device bus id, or empty if it concerns the whole world
 * @param micros when, since the start of the kernel
 * @param context who ran
 */
public record Finding(Invariant invariant, String device, long micros, String context, String text) {
    @Override
    public String toString() {
        return invariant.label() + ": " + (device.isEmpty() ? "" : device + " ") + text;
    }
}
