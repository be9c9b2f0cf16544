using System.Management.Automation;

namespace IdentityPools.Binding;

/// <summary>A file that cannot be read or written, on its way to the command that decides whether it ends there.</summary>
internal sealed class FileFault(ErrorRecord record) : Exception(record.Exception.Message, record.Exception)
{
    public ErrorRecord Record { get; } = record;
}
