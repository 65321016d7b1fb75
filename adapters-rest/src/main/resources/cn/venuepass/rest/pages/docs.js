window.SwaggerUIBundle({ url: '/openapi.yaml', dom_id: '#manual', validatorUrl: null });
