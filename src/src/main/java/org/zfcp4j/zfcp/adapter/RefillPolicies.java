// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.adapter;

import java.util.List;
import java.util.stream.Collectors;
import org.zfcp4j.zfcp.def.RefillPolicy;

/** The refill policies by their names. */
public final class RefillPolicies {
    private static final List<RefillPolicy> ALL =
            List.of(new CheckThenDec(), new AddUnless(), new WaitForWork(), new CancelAtClose(),
                    new ClaimAll());

    private RefillPolicies() {
    }

    /** All policies, in the order of their history; the last two are ours. */
    public static List<RefillPolicy> all() {
        return ALL;
    }

    /**
     * The policy of that name.
     *
     * @throws IllegalArgumentException if there is none, with a message for the user that lists the names
     */
    public static RefillPolicy byName(String name) {
        for (RefillPolicy policy : ALL) {
            if (policy.policyName().equals(name)) {
                return policy;
            }
        }
        throw new IllegalArgumentException("no refill policy \"" + name + "\"; there are "
                + ALL.stream().map(RefillPolicy::policyName).collect(Collectors.joining(", ")));
    }
}
