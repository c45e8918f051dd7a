// SPDX-License-Identifier: GPL-2.0-only
package org.zfcp4j.kernel;

/** Error numbers of the Linux kernel; functions return them negated, as in C. */
public final class Errno {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int EIO = 5;
    public static final int ENXIO = 6;
    public static final int E2BIG = 7;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EBUSY = 16;
    public static final int EEXIST = 17;
    public static final int ENODEV = 19;
    public static final int EINVAL = 22;
    public static final int EPROTO = 71;
    public static final int EREMOTEIO = 121;
    public static final int ETIME = 62;
    public static final int ENOBUFS = 105;
    public static final int EOPNOTSUPP = 95;
    public static final int ETIMEDOUT = 110;
    public static final int ERESTARTSYS = 512;

    private Errno() {
    }
}
