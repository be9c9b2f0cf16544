using System.Management.Automation;

namespace IdentityPools.Errors;

/// <summary>
/// A file that cannot be read or written, on its way to the command that decides whether it ends there. Where none decides, the command ends with this error.
/// </summary>
internal sealed class FileException(ErrorRecord record) : Exception(record.Exception.Message, record.Exception), IContainsErrorRecord
{
    public ErrorRecord Record { get; } = record;

    ErrorRecord IContainsErrorRecord.ErrorRecord => Record;
}
