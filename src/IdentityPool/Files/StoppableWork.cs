namespace IdentityPools.Files;

/// <summary>Runs what the system may keep waiting for ever: a named pipe is open only when someone has opened its other end too.</summary>
internal static class StoppableWork
{
    /// <summary>The result; what was thrown is thrown here.</summary>
    /// <param name="file">The file that is waited for.</param>
    /// <param name="work">What is done with it.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The user stopped.</exception>
    public static T Run<T>(string file, Func<T> work, CancellationToken stop)
    {
        // A thread of its own, because one that waits must not be taken from the pool. It is a background thread and keeps no process alive.
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            return task.WaitAsync(stop).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            if (!task.IsCompleted)
            {
                Release(file);
            }

            throw;
        }
    }

    /// <summary>Opens both ends of a pipe, which never waits, so that the thread does not go on waiting as the other end for whoever comes next.</summary>
    private static void Release(string file)
    {
        try
        {
            new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only one end may be opened. Then the thread waits until the other end is, and does nothing with it.
        }
    }
}
