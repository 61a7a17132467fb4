/* Random numbers for Rust's standard library under a wine that lacks this library of Windows (Debian 12's
   does): by what every Windows has. Where wine has its own, that one is found first. */
#include <windows.h>

/* RtlGenRandom, which no header declares under that name. */
BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return SystemFunction036(data, (ULONG)length);
}
