using System.Collections;
using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A command that names something to be run, once or for each row of data.</summary>
public abstract class BlockCommand : PSCmdlet
{
    /// <summary>The name; <c>&lt;Key&gt;</c> stands for a value of the row, <c>&lt;_&gt;</c> for the row.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = null!;

    /// <summary>The body.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Test", "Fixture")]
    public ScriptBlock Body { get; set; } = null!;

    /// <summary>The rows of data.</summary>
    [Parameter]
    [Alias("TestCases")]
    [AllowNull]
    [AllowEmptyCollection]
    public object? ForEach { get; set; }

    /// <summary>Marks; they filter nothing here.</summary>
    [Parameter]
    public string[] Tag { get; set; } = [];

    /// <summary>Leaves it out, and says so.</summary>
    [Parameter]
    public SwitchParameter Skip { get; set; }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        var session = TestSession.Of(this);
        if (!session.IsDiscovering)
        {
            throw new PSInvalidOperationException($"'{MyInvocation.MyCommand.Name} {Name}' stands inside of a test or a setup.");
        }

        if (!MyInvocation.BoundParameters.ContainsKey(nameof(ForEach)))
        {
            Add(session, Name, null, hasData: false);
            return;
        }

        var rows = Rows().ToList();
        if (rows.Count == 0)
        {
            // A suite must not shrink silently.
            throw new PSArgumentException($"-ForEach of '{Name}' is null or empty.");
        }

        foreach (var row in rows)
        {
            Add(session, TitleText.Expand(Name, row), row, hasData: true);
        }
    }

    private protected abstract void Add(TestSession session, string name, object? data, bool hasData);

    private IEnumerable<object?> Rows() =>
        TestNode.Unwrapped(ForEach) switch
        {
            null => [],
            IDictionary row => [row],
            IList list => list.Cast<object?>(),
            var single => [single],
        };
}
