// How the process asks the system for memory: settings of the C library that Swift's modules of it leave out.

#ifndef HEARSAY_PROCESS_MEMORY_H
#define HEARSAY_PROCESS_MEMORY_H

/// Has all threads take their memory from one heap; to be called before there is a second thread.
///
/// glibc gives threads heaps of their own unless it is told. Other C libraries have nothing to be told, and are left as they are.
void hearsay_share_one_heap(void);

/// Has memory of 256 KiB and more returned to the system as soon as it is freed, however large what was freed before.
///
/// glibc would raise that bound to the largest freed so far, and keep what is below it for later. Other C libraries are left as they are.
void hearsay_return_large_memory(void);

#endif
