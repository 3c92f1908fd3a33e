using AchieveApex.Api.Hosting;

namespace AchieveApex.Api.Commands;

/// <summary>Runs a command's work with the server's settings and services, beside a server or without one.</summary>
internal static class Work
{
    public static async Task<T> Run<T>(string[] settings, Func<IServiceProvider, Task<T>> work)
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { Args = settings, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Services.AddAchieveApex(builder.Configuration, builder.Environment);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
