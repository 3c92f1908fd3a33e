using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace AchieveApex.Api.Resources;

/// <summary>
/// Calls the actions of <see cref="ApiController"/>s: they take an id from the path and a body, and nothing else, so that MVC's filters,
/// value providers and model binding would cost every request and give it nothing (docs/adr/0026).
/// </summary>
internal static class DirectAction
{
    private static readonly MethodInfo Generic = typeof(DirectAction).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>To be called for every endpoint of a controller.</summary>
    /// <exception cref="InvalidOperationException">The action takes or answers with something else.</exception>
    public static void Use(EndpointBuilder endpoint)
    {
        if (
            endpoint.Metadata.OfType<ControllerActionDescriptor>().LastOrDefault() is not { } action
            || !action.ControllerTypeInfo.IsAssignableTo(typeof(ApiController))
        )
            return;

        // Nobody would ask them.
        if (action.FilterDescriptors.Any(filter => filter.Scope != FilterScope.Global))
            throw new InvalidOperationException($"{action.DisplayName} has a filter, which is not run: write a behavior instead.");

        var answer = action.MethodInfo.ReturnType;
        if (!answer.IsGenericType || answer.GetGenericTypeDefinition() != typeof(Task<>))
            throw new InvalidOperationException($"{action.DisplayName} has to return what Send or SendNew returns.");
        endpoint.RequestDelegate = (RequestDelegate)Generic.MakeGenericMethod(answer.GenericTypeArguments).Invoke(null, [action])!;
    }

    private static RequestDelegate Of<TResult>(ControllerActionDescriptor action)
        where TResult : IConvertToActionResult
    {
        var arguments = action.MethodInfo.GetParameters().Select(Argument).ToArray();
        // Compiled when they are first needed: for all actions that would be a sixth of the start.
        var create = new Lazy<ObjectFactory>(() => ActivatorUtilities.CreateFactory(action.ControllerTypeInfo, []));
        var call = new Lazy<Func<ApiController, object[], Task<TResult>>>(() => Call<TResult>(action.MethodInfo));
        return async context =>
        {
            var values = new object[arguments.Length];
            for (var i = 0; i < values.Length; i++)
                values[i] = await arguments[i](context);

            var controller = (ApiController)create.Value(context.RequestServices, null);
            controller.ControllerContext = new() { HttpContext = context, ActionDescriptor = action };
            var result = await call.Value(controller, values);
            await result.Convert().ExecuteResultAsync(controller.ControllerContext);
        };
    }

    private static Func<HttpContext, ValueTask<object>> Argument(ParameterInfo parameter)
    {
        var (name, type) = (parameter.Name!, parameter.ParameterType);
        if (type == typeof(RecordId))
            return context => ValueTask.FromResult<object>(IdOf(context.Request.RouteValues[name] as string));
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Input<>))
            throw new InvalidOperationException(
                $"{parameter.Member.DeclaringType}.{parameter.Member.Name}: '{name}' is neither an id nor a body."
            );

        var input = type.GetMethod(nameof(Input<>.FromJson))!.CreateDelegate<Func<ReadOnlyMemory<byte>, object>>();
        return async context => input(await SentBody.Read(context));
    }

    // An address that means every match of a query names none.
    private static RecordId IdOf(string? text) => text is not null && RecordId.TryParse(text, out var id) ? id : default;

    private static Func<ApiController, object[], Task<TResult>> Call<TResult>(MethodInfo method)
    {
        var (controller, values) = (Expression.Parameter(typeof(ApiController)), Expression.Parameter(typeof(object[])));
        var arguments = method
            .GetParameters()
            .Select((parameter, i) => Expression.Convert(Expression.ArrayIndex(values, Expression.Constant(i)), parameter.ParameterType));
        return Expression
            .Lambda<Func<ApiController, object[], Task<TResult>>>(
                Expression.Call(Expression.Convert(controller, method.DeclaringType!), method, arguments),
                controller,
                values
            )
            .Compile();
    }
}
