// SPDX-License-Identifier: GPL-2.0-only
/*
 * The way to the channel by JNI, for comparison with the foreign function interface. The function to call is an
 * argument, so that both call the same one in the same library.
 *
 * Only numbers are passed and nothing is asked of the virtual machine, hence jni.h, which comes with a JDK and not
 * with a compiler, is not needed: jint and jlong are integers of 32 and 64 bits on every platform.
 */
#include <stdint.h>

#define JNI(name) Java_org_zfcp4j_benchmarks_bindings_JniCalls_##name
#if defined(__GNUC__)
#define EXPORT __attribute__((visibility("default")))
#else
#define EXPORT
#endif

typedef uint32_t version_function(void);
typedef int siga_function(void *ch, int32_t sub, uint32_t function, uint32_t out_mask, uint32_t in_mask);

EXPORT int32_t JNI(version)(void *env, void *class, int64_t function);
EXPORT int32_t JNI(siga)(void *env, void *class, int64_t function, int64_t ch, int32_t sub, int32_t siga,
                         int32_t out_mask, int32_t in_mask);

int32_t JNI(version)(void *env, void *class, int64_t function)
{
    (void)env;
    (void)class;
    return (int32_t)((version_function *)(uintptr_t)function)();
}

int32_t JNI(siga)(void *env, void *class, int64_t function, int64_t ch, int32_t sub, int32_t siga, int32_t out_mask,
                  int32_t in_mask)
{
    (void)env;
    (void)class;
    return ((siga_function *)(uintptr_t)function)((void *)(uintptr_t)ch, sub, (uint32_t)siga, (uint32_t)out_mask,
                                                  (uint32_t)in_mask);
}
