// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.scenario;

import java.util.List;

/**
 * A story on the command line.
 *
 * @param name on the command line
 * @param summary one line
 * @param moments what is played, one after the other, each in a world of its own
 * @param comparing true if all policies are played unless one is named
 */
public record Scenario(String name, String summary, List<Moment> moments, boolean comparing) {
}
