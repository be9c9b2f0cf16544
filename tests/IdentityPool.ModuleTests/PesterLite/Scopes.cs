using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs script in the scope it has to be in.</summary>
internal static class Scopes
{
    private static readonly ScriptBlock Callback = ScriptBlock.Create("$args[0].Invoke()");

    /// <summary>Runs the block in the current scope, so that what it assigns stays.</summary>
    public static void Dot(this SessionState session, ScriptBlock block) => session.InvokeCommand.InvokeScript(useLocalScope: false, block, null);

    /// <summary>Opens a scope below the current one, with these variables, and goes on in it.</summary>
    public static void Enter(this SessionState session, IEnumerable<KeyValuePair<string, object?>> variables, Action action)
    {
        Exception? failure = null;
        Action inside = () =>
        {
            try
            {
                foreach (var (name, value) in variables)
                {
                    session.PSVariable.Set(name, value);
                }

                action();
            }
            catch (Exception exception)
            {
                // Through the engine it would come out wrapped.
                failure = exception;
            }
        };
        session.InvokeCommand.InvokeScript(useLocalScope: true, Callback, null, inside);
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}
