// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.lab.check;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.zfcp4j.zfcp.def.FsfReq;
import org.zfcp4j.zfcp.def.Port;

/**
 * A reaction of the driver that is due.
 *
 * @param what a trace tag, a work item, or what {@code met} says
 * @param port the port that a notification is about; null for all else
 * @param meant what makes it that port, which may end before the driver looks
 */
record Due(String what, BooleanSupplier met, String because, Port port, Predicate<Port> meant) {
    static Due of(String what, FsfReq req) {
        return of(what, () -> false, req);
    }

    static Due of(String what, BooleanSupplier met, FsfReq req) {
        return new Due(what, met, because(req), null, null);
    }

    static Due of(String what, FsfReq req, Port port, Predicate<Port> meant) {
        return new Due(what, () -> false, because(req), port, meant);
    }

    private static String because(FsfReq req) {
        return "request " + req.reqId;
    }
}
