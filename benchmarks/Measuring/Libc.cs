using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>The two calls that .NET has no class for.</summary>
internal static partial class Libc
{
    private const int SetChildSubreaper = 36;
    private const int Interrupted = 4;

    /// <summary>Makes this process the parent of every descendant that loses its own, see prctl(2).</summary>
    public static void AdoptOrphans()
    {
        if (Prctl(SetChildSubreaper, 1, 0, 0, 0) != 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>Waits until a child has ended, see wait4(2).</summary>
    /// <returns>The wait status, zero when the child ended well.</returns>
    public static int Wait(int processId, out ResourceUsage usage)
    {
        while (true)
        {
            if (Wait4(processId, out var status, 0, out usage) == processId)
            {
                return status;
            }

            if (Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new Win32Exception();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    private static partial int Prctl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int processId, out int status, int options, out ResourceUsage usage);
}
