// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.zfcp.def;

import org.zfcp4j.kernel.Kernel;
import org.zfcp4j.kernel.RateLimit;

/** The rate limits of the messages about FC Endpoint Security errors, one for each message: in C a static of its line. */
public final class SecurityErrorLimits {
    public final RateLimit required;
    public final RateLimit timeout;
    public final RateLimit kmUnavailable;
    public final RateLimit rkmUnavailable;
    public final RateLimit authFailure;
    public final RateLimit encFailure;
    public final RateLimit unknown;

    SecurityErrorLimits(Kernel kernel) {
        required = new RateLimit(kernel, "security_required");
        timeout = new RateLimit(kernel, "security_timeout");
        kmUnavailable = new RateLimit(kernel, "security_km_unavailable");
        rkmUnavailable = new RateLimit(kernel, "security_rkm_unavailable");
        authFailure = new RateLimit(kernel, "security_auth_failure");
        encFailure = new RateLimit(kernel, "security_enc_failure");
        unknown = new RateLimit(kernel, "security_unknown");
    }
}
